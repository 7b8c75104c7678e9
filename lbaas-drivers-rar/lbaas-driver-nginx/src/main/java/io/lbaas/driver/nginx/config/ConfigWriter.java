package io.lbaas.driver.nginx.config;

import io.lbaas.model.ObjectRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Collects the lines of a configuration, with the object that each belongs to. */
final class ConfigWriter {
    private static final Pattern DIRECTIVE = Pattern.compile("[a-z0-9_]+");
    private static final String INDENTATION = "    ";

    private final Map<Context, List<String>> lines = new EnumMap<>(Context.class);
    private final Map<Context, List<ObjectRef>> owners = new EnumMap<>(Context.class);
    private final TlsFiles files;

    ConfigWriter(TlsFiles files) {
        this.files = files;
        for (Context context : Context.values()) {
            lines.put(context, new ArrayList<>());
            owners.put(context, new ArrayList<>());
        }
    }

    /** The files that the configuration names. */
    TlsFiles files() {
        return files;
    }

    /** The outermost level of a context. */
    Block block(Context context, ObjectRef owner) {
        return new Block(context, owner, "");
    }

    /** Each context's part; that for HTTP is always there, because it bears what is known of objects. */
    RenderedConfig rendered() {
        Map<Context, RenderedConfig.Part> parts = new EnumMap<>(Context.class);
        lines.forEach((context, text) -> {
            if (context == Context.HTTP || !text.isEmpty()) {
                parts.put(context, new RenderedConfig.Part(text, owners.get(context)));
            }
        });
        return new RenderedConfig(parts, files.files());
    }

    /** Where directives are written. */
    final class Block {
        private final Context context;
        private final ObjectRef owner;
        private final String indentation;

        private Block(Context context, ObjectRef owner, String indentation) {
            this.context = context;
            this.owner = owner;
            this.indentation = indentation;
        }

        Context context() {
            return context;
        }

        /** The same place for directives of another object. */
        Block of(ObjectRef other) {
            return new Block(context, other, indentation);
        }

        Block add(String directive, Word... words) {
            return add(directive, Arrays.asList(words));
        }

        Block add(String directive, List<Word> words) {
            return line(checked(directive), words, ";");
        }

        /** A line of a table, such as a map. */
        Block entry(Word key, Word value) {
            return line(key.toString(), List.of(value), ";");
        }

        Block block(String directive, List<Word> words, Consumer<Block> body) {
            line(checked(directive), words, " {");
            body.accept(new Block(context, owner, indentation + INDENTATION));
            return line("}", List.of(), "");
        }

        /** A comment of our own words. */
        Block comment(String keyword, List<Word> words) {
            return line("# " + keyword, words, "");
        }

        private Block line(String first, List<Word> words, String end) {
            StringBuilder text = new StringBuilder(indentation).append(first);
            words.forEach(word -> text.append(' ').append(word));
            lines.get(context).add(text.append(end).toString());
            owners.get(context).add(owner);
            return this;
        }

        private static String checked(String directive) {
            if (!DIRECTIVE.matcher(directive).matches()) {
                throw new IllegalArgumentException("Not a directive: " + directive);
            }
            return directive;
        }
    }
}
