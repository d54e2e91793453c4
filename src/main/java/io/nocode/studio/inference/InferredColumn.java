package io.nocode.studio.inference;

import java.util.List;

/**
 * A column of the file.
 *
 * @param header as it stands in the file
 * @param field the name that is proposed
 * @param empty how many rows have nothing here
 * @param distinct how many different values there are; no more than 100,000 are told apart
 * @param examples the first of them
 */
public record InferredColumn(
        String header, String field, String type, long empty, long distinct, List<String> examples) {}
