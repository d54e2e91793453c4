package io.nocode.studio.schema;

/** A whole number of 32 bits. */
public record IntegerType(int minValue, int maxValue) implements WholeType {
    static final TypeKind KIND =
            new TypeKind("integer", "number", "integer", OPTIONS, Operator.ORDER, IntegerType::read);

    private static IntegerType read(OptionReader options) {
        long[] range = WholeType.range(options, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return new IntegerType(Math.toIntExact(range[0]), Math.toIntExact(range[1]));
    }

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Wire wire() {
        return Wire.INTEGER;
    }

    @Override
    public long least() {
        return minValue;
    }

    @Override
    public long most() {
        return maxValue;
    }

    @Override
    public Object sized(long value) {
        return Math.toIntExact(value);
    }
}
