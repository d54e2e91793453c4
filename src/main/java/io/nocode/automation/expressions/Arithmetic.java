package io.nocode.automation.expressions;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;

/** Arithmetic that mixes whole and fractional numbers, which the standard language does not have and JSON needs. */
final class Arithmetic {
    private Arithmetic() {}

    static List<CelFunctionDecl> declarations() {
        return List.of(
                declaration("_+_", "add"),
                declaration("_-_", "subtract"),
                declaration("_*_", "multiply"),
                declaration("_/_", "divide"));
    }

    private static CelFunctionDecl declaration(String operator, String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                operator,
                CelOverloadDecl.newGlobalOverload(
                        name + "_int_double", SimpleType.DOUBLE, SimpleType.INT, SimpleType.DOUBLE),
                CelOverloadDecl.newGlobalOverload(
                        name + "_double_int", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.INT));
    }

    static List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from("add_int_double", Long.class, Double.class, (a, b) -> a + b),
                CelFunctionBinding.from("add_double_int", Double.class, Long.class, (a, b) -> a + b),
                CelFunctionBinding.from("subtract_int_double", Long.class, Double.class, (a, b) -> a - b),
                CelFunctionBinding.from("subtract_double_int", Double.class, Long.class, (a, b) -> a - b),
                CelFunctionBinding.from("multiply_int_double", Long.class, Double.class, (a, b) -> a * b),
                CelFunctionBinding.from("multiply_double_int", Double.class, Long.class, (a, b) -> a * b),
                CelFunctionBinding.from("divide_int_double", Long.class, Double.class, (a, b) -> a / b),
                CelFunctionBinding.from("divide_double_int", Double.class, Long.class, (a, b) -> a / b));
    }
}
