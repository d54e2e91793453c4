package io.nocode.foundation.users;

import java.util.List;

/** People who were looked for. */
public record FoundPeople(int count, List<PersonView> results) {}
