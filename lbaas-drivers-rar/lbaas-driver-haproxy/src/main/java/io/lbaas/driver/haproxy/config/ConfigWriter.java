package io.lbaas.driver.haproxy.config;

import io.lbaas.model.ObjectRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the lines of a configuration, with the object that each belongs to. */
final class ConfigWriter {
    private static final Pattern KEYWORDS = Pattern.compile("[A-Za-z0-9_.()-]+( [A-Za-z0-9_.()-]+)*");

    private final List<String> lines = new ArrayList<>();
    private final List<ObjectRef> owners = new ArrayList<>();
    private final TlsFiles files;
    private final boolean bindsFreely;

    ConfigWriter(TlsFiles files, boolean bindsFreely) {
        this.files = files;
        this.bindsFreely = bindsFreely;
    }

    /** The files that the configuration names. */
    TlsFiles files() {
        return files;
    }

    /** How every address is bound. */
    List<Word> binding() {
        return bindsFreely ? List.of(Word.literal("transparent")) : List.of();
    }

    /** Begins a section; what is added to it lands below this line. */
    Section section(ObjectRef owner, String keyword, Word name) {
        line(owner, keyword + " " + name);
        return new Section(owner);
    }

    /** A comment of our own words. */
    void comment(ObjectRef owner, String keyword, Word word) {
        line(owner, "# " + keyword + " " + word);
    }

    RenderedConfig rendered() {
        return new RenderedConfig(lines, owners, files.files());
    }

    private void line(ObjectRef owner, String text) {
        lines.add(text);
        owners.add(owner);
    }

    /** A section that is being written. */
    final class Section {
        private final ObjectRef owner;

        private Section(ObjectRef owner) {
            this.owner = owner;
        }

        Section add(String keywords, Word... words) {
            return add(owner, keywords, Arrays.asList(words));
        }

        /** A directive of another object than the section's. */
        Section add(ObjectRef directiveOwner, String keywords, List<Word> words) {
            if (!KEYWORDS.matcher(keywords).matches()) {
                throw new IllegalArgumentException("Not keywords: " + keywords);
            }
            StringBuilder text = new StringBuilder("    ").append(keywords);
            words.forEach(word -> text.append(' ').append(word));
            line(directiveOwner, text.toString());
            return this;
        }
    }
}
