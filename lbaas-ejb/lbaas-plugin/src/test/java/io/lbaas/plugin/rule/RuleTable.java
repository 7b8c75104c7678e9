package io.lbaas.plugin.rule;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.plugin.api.Fault;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is said of each combination of values: the words of the first row that fits, or nothing where they are empty. */
record RuleTable(List<Row> rows) {

    /** One regular expression for all values, joined by blanks, and the words with {0}, {1} ... for the values. */
    record Row(String values, String words) {}

    static RuleTable of(String... cells) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < cells.length; i += 2) {
            rows.add(new Row(cells[i].strip().replaceAll(" +", " "), cells[i + 1]));
        }
        return new RuleTable(List.copyOf(rows));
    }

    void expect(ThrowingCallable check, Object... values) {
        String combination =
                String.join(" ", Arrays.stream(values).map(String::valueOf).toList());
        String words = rows.stream()
                .filter(row -> combination.matches(row.values()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row for " + combination))
                .words();
        if (words.isEmpty()) {
            assertThatCode(check).as(combination).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(check)
                    .as(combination)
                    .isInstanceOf(Fault.class)
                    .hasMessage(MessageFormat.format(words.replace("'", "''"), values));
        }
    }
}
