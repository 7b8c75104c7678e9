package io.lbaas.plugin.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.plugin.api.Fault;
import jakarta.ejb.EJBException;
import jakarta.jms.JMSRuntimeException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void whatIsTakenIsAConflictInTheWordsOfTheRule() {
        var batch = new BatchUpdateException("batch", "00000", 0, new int[0]);
        batch.setNextException(new SQLException("violates unique constraint \"health_monitor_pool\"", "23505"));

        var fault = translate(new PersistenceException(batch));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.CONFLICT);
        assertThat(fault).hasMessage("This pool already has a health monitor");
    }

    @Test
    void whatCannotBeReachedIsUnavailable() {
        assertThat(translate(new JMSRuntimeException("x")).kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(translate(new EJBException(new RollbackException())).kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
        assertThat(translate(new PersistenceException(new SQLException("x", "57P01")))
                        .kind())
                .isEqualTo(Fault.Kind.UNAVAILABLE);
    }

    @Test
    void aFaultStaysWhatItIs() {
        var fault = Fault.conflict("x");

        assertThat(Faults.translate(fault)).isSameAs(fault);
        assertThat(Faults.translate(new EJBException(fault))).isSameAs(fault);
    }

    @Test
    void aMistakeOfOursStaysOne() {
        var mistake = new IllegalStateException();

        assertThat(Faults.translate(mistake)).isSameAs(mistake);
        var syntax = new PersistenceException(new SQLException("x", "42601"));
        assertThat(Faults.translate(syntax)).isSameAs(syntax);
    }

    private static Fault translate(RuntimeException failure) {
        return (Fault) Faults.translate(failure);
    }
}
