package io.nocode.runtime.served;

import io.nocode.shared.problem.Messages;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** A page that needs nothing else: neither script nor file. For when there is no application to show. */
final class PlainPage {
    private static final String STYLE =
            "body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f8f7f4;color:#211f1c;"
                    + "font:17px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif}"
                    + "main{max-width:32rem;padding:2.5rem 1.5rem;text-align:center}"
                    + "svg{width:4.5rem;height:4.5rem;color:#176b63}"
                    + "h1{font-size:1.6rem;line-height:1.25;margin:1.25rem 0 .5rem;font-weight:650}"
                    + "p,ul{color:#635d54;margin:0;white-space:pre-line;overflow-wrap:anywhere}"
                    + "ul{list-style:none;padding:0}"
                    + "@media(prefers-color-scheme:dark){body{background:#111616;color:#e3e9e8}p,ul{color:#a5b1b0}"
                    + "svg{color:#53bcae}}";
    private static final String CUP = "<svg viewBox='0 0 48 48' fill='none' stroke='currentColor' stroke-width='2.5'"
            + " stroke-linecap='round' stroke-linejoin='round' aria-hidden='true'><path d='M10 20h24v10a9 9 0 0 1-9 9h-6"
            + "a9 9 0 0 1-9-9zM34 23h3a5 5 0 0 1 0 10h-3M17 8v5M24 6v7M31 8v5M8 44h28'/></svg>";

    /** What browsers may do with it: show its one style. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash() + "'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private PlainPage() {}

    /** A page of the platform's own words under {@code served.<key>}. */
    static String of(Locale language, String key) {
        return of(
                language, Messages.text(language, "served." + key), Messages.text(language, "served." + key + "_text"));
    }

    static String of(Locale language, String title, String text) {
        return html(language, title, "<p>" + escaped(text) + "</p>");
    }

    /** @param body markup */
    static String html(Locale language, String title, String body) {
        String name = escaped(title);
        return "<!doctype html><html lang=\"" + language.getLanguage() + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + name
                + "</title><style>" + STYLE + "</style></head><body><main>" + CUP + "<h1>" + name + "</h1>" + body
                + "</main></body></html>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
