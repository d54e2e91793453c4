package io.nocode.runtime.served;

/** The route of a page, such as {@code /orders/:id}: a part that begins with a colon stands for any one part. */
record RoutePattern(String[] parts) {
    static RoutePattern of(String route) {
        return new RoutePattern(split(route));
    }

    boolean matches(String path) {
        String[] given = split(path);
        if (given.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            boolean fits = parts[i].startsWith(":") ? !given[i].isEmpty() : parts[i].equals(given[i]);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static String[] split(String path) {
        String inner = path.replaceAll("^/|/$", "");
        return inner.isEmpty() ? new String[0] : inner.split("/", -1);
    }
}
