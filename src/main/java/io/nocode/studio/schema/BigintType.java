package io.nocode.studio.schema;

/** A whole number of 64 bits. */
public record BigintType(long minValue, long maxValue) implements WholeType {
    static final TypeKind KIND = new TypeKind("bigint", "number", "bigint", OPTIONS, Operator.ORDER, BigintType::read);

    private static BigintType read(OptionReader options) {
        long[] range = WholeType.range(options, Long.MIN_VALUE, Long.MAX_VALUE);
        return new BigintType(range[0], range[1]);
    }

    @Override
    public TypeKind entry() {
        return KIND;
    }

    @Override
    public Wire wire() {
        return Wire.BIGINT;
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
        return value;
    }
}
