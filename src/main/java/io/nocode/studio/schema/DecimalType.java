package io.nocode.studio.schema;

/** A number with exact decimal digits. */
public record DecimalType(Digits digits) implements ExactType {
    private static final int PRECISION = 12;

    static final TypeKind KIND = new TypeKind(
            "decimal",
            "number",
            "numeric",
            Digits.options(PRECISION),
            Operator.ORDER,
            options -> new DecimalType(Digits.read(options, PRECISION)));

    @Override
    public TypeKind entry() {
        return KIND;
    }
}
