package io.nocode.studio.inference;

import io.nocode.studio.schema.Names;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds names of fields for the headers of a file: each can be used, none twice. */
final class FieldName {
    private static final int MOST = 63;
    /** Letters that fall apart into no Latin ones, and how they are commonly written. */
    private static final Map<Integer, String> LETTERS = letters(
            "а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch"
                    + " ш sh щ shch ъ - ы y ь - э e ю yu я ya є ye і i ї yi ґ g α a β v γ g δ d ε e ζ z η i θ th ι i κ k"
                    + " λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o ß ss æ ae ø o đ d ð d þ th ł l œ oe"
                    + " ı i");

    private final Set<String> taken = new HashSet<>();

    /**
     * The name for a header.
     *
     * @param number the column's, from 1: what names it where its header cannot
     */
    String of(String header, int number) {
        String name = plain(header);
        if (name.isEmpty()) {
            name = "column_" + number;
        } else if (!Character.isLetter(name.charAt(0))) {
            name = "n_" + name;
        }
        name = cut(name, MOST);
        if (Names.faultOfField(name).isPresent()) {
            name = cut("source_" + name, MOST);
        }
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = cut(name, MOST - 1 - String.valueOf(i).length()) + "_" + i;
        }
        return unique;
    }

    private static String plain(String header) {
        StringBuilder name = new StringBuilder();
        Normalizer.normalize(header.toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
                .codePoints()
                .forEach(letter -> {
                    if (LETTERS.containsKey(letter)) {
                        name.append(latin(letter));
                    } else {
                        Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                                .replaceAll("\\p{M}", "")
                                .codePoints()
                                .forEach(base -> name.append(latin(base)));
                    }
                });
        return name.toString().replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    }

    private static String latin(int letter) {
        String known = LETTERS.get(letter);
        if (known == null) {
            return Character.toString(letter);
        }
        return known.equals("-") ? "" : known;
    }

    private static String cut(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most).replaceAll("_+$", "");
    }

    private static Map<Integer, String> letters(String pairs) {
        Map<Integer, String> letters = new HashMap<>();
        String[] words = pairs.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            letters.put(words[i].codePointAt(0), words[i + 1]);
        }
        return Map.copyOf(letters);
    }
}
