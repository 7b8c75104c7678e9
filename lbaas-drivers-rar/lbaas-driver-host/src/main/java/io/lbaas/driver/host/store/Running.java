package io.lbaas.driver.host.store;

/**
 * The record of what the worker runs: it was loaded with one revision, and changes at runtime made it equal to another.
 *
 * @param loaded the revision the worker was loaded with, which it shows as its description
 * @param current the revision of the files that it is equal to
 */
public record Running(String loaded, String current) {

    static Running parse(String text) {
        String[] words = text.strip().split(" ", 2);
        return new Running(words[0], words.length == 2 ? words[1] : "");
    }

    String text() {
        return loaded + " " + current + "\n";
    }
}
