package io.nocode.automation.expressions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

/**
 * The Common Expression Language as it is here: the standard functions and macros, some on text, and arithmetic that
 * mixes whole and fractional numbers. No function reaches anything but its arguments.
 */
final class Language {
    /** The longest expression, in code points. */
    static final int MAX_LENGTH = 4_096;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MAX_LENGTH)
            .maxParseRecursionDepth(50)
            .maxParseExpressionNodeCount(2_000)
            .maxParseErrorRecoveryLimit(10)
            .comprehensionMaxIterations(100_000)
            .maxRegexProgramSize(1_000)
            .enableHeterogeneousNumericComparisons(true)
            .evaluateCanonicalTypesToNativeValues(true)
            .build();

    /** Those whose result is no longer than their argument; replace and join could multiply lengths in one step. */
    private static final CelStringExtensions TEXT = CelExtensions.strings(
            Function.CHAR_AT,
            Function.INDEX_OF,
            Function.LAST_INDEX_OF,
            Function.LOWER_ASCII,
            Function.UPPER_ASCII,
            Function.SPLIT,
            Function.SUBSTRING,
            Function.TRIM);

    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(TEXT)
            .addFunctionBindings(Arithmetic.bindings())
            .build();

    private static final Cache<String, CelRuntime.Program> PROGRAMS =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private Language() {}

    private static CelCompiler compiler() {
        CelType object = MapType.create(SimpleType.STRING, SimpleType.DYN);
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(TEXT)
                .addFunctionDeclarations(Arithmetic.declarations())
                .addVar("now", SimpleType.TIMESTAMP);
        for (String name : Scope.OBJECTS) {
            builder.addVar(name, name.equals("nodes") ? MapType.create(SimpleType.STRING, object) : object);
        }
        return builder.build();
    }

    /** A checked program; its faults say where. */
    static CelRuntime.Program program(String source) throws ExpressionFault {
        CelRuntime.Program known = PROGRAMS.getIfPresent(source);
        if (known != null) {
            return known;
        }
        try {
            CelRuntime.Program program = RUNTIME.createProgram(checked(source));
            PROGRAMS.put(source, program);
            return program;
        } catch (CelEvaluationException notRunnable) {
            throw new ExpressionFault(String.valueOf(notRunnable.getMessage()), 1, 1);
        }
    }

    private static CelAbstractSyntaxTree checked(String source) throws ExpressionFault {
        CelValidationResult result = COMPILER.compile(source);
        if (result.hasError()) {
            CelIssue issue = result.getErrors().stream()
                    .min((a, b) -> a.getSourceLocation().compareTo(b.getSourceLocation()))
                    .orElseThrow();
            throw new ExpressionFault(
                    tidy(issue.getMessage()),
                    Math.max(1, issue.getSourceLocation().getLine()),
                    issue.getSourceLocation().getColumn() + 1);
        }
        try {
            return result.getAst();
        } catch (CelValidationException withoutIssue) {
            throw new ExpressionFault(String.valueOf(withoutIssue.getMessage()), 1, 1);
        }
    }

    static String tidy(String message) {
        return message.replace(" (in container '')", "").replaceFirst("^evaluation error at <input>:\\d+: ", "");
    }
}
