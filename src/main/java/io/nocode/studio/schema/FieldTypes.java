package io.nocode.studio.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every type that a field may have. */
public final class FieldTypes {
    private static final Map<String, TypeKind> KINDS = byName(List.of(
            StringType.KIND,
            TextType.KIND,
            RichTextType.KIND,
            IntegerType.KIND,
            BigintType.KIND,
            DecimalType.KIND,
            CurrencyType.KIND,
            FloatType.KIND,
            BooleanType.KIND,
            DateType.KIND,
            TimeType.KIND,
            DatetimeType.KIND,
            JsonType.KIND,
            UuidType.KIND,
            EmailType.KIND,
            UrlType.KIND,
            PhoneType.KIND,
            ColorType.KIND,
            ChoiceType.KIND,
            MultiChoiceType.KIND,
            AutonumberType.KIND,
            FormulaType.KIND,
            RelationType.KIND,
            UserType.KIND,
            FileType.KIND,
            ImageType.KIND));

    private FieldTypes() {}

    /** All of them, in the order in which a person is offered them. */
    public static Collection<TypeKind> all() {
        return KINDS.values();
    }

    public static Optional<TypeKind> named(String name) {
        return Optional.ofNullable(KINDS.get(name));
    }

    private static Map<String, TypeKind> byName(List<TypeKind> kinds) {
        Map<String, TypeKind> byName = new LinkedHashMap<>();
        kinds.forEach(kind -> byName.put(kind.name(), kind));
        return Collections.unmodifiableMap(byName);
    }
}
