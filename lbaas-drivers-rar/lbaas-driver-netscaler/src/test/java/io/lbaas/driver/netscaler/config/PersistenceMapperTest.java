package io.lbaas.driver.netscaler.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.model.PersistenceType;
import io.lbaas.model.SessionPersistence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersistenceMapperTest {
    @ParameterizedTest
    @CsvSource({",2", "0,2", "60,2", "121,3", "86400,1440", "86401,1441", "2147483647,35791395"})
    void timesAreMinutesOfWhichNetScalerWantsTwo(Integer seconds, int minutes) {
        SessionPersistence persistence = new SessionPersistence(PersistenceType.SOURCE_IP, null, seconds, null);
        assertThat(PersistenceMapper.minutes(persistence)).isEqualTo(minutes);
    }
}
