package io.lianshu.platform.read;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.scalar.ScalarForm;
import io.lianshu.platform.secret.Mask;
import io.lianshu.platform.secret.Sealer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Shapes of single values: scalars, codes, places, masked and sealed texts, constants. */
final class ValueShapes {

    private ValueShapes() {}

    /** A value of a scalar or enum. */
    record ScalarShape(ScalarForm form) implements Shape {
        @Override
        public @Nullable Object complete(Value value, Completion completion) {
            return value.isNull() ? null : form.toWire(value);
        }
    }

    /** The same for every row: a type's name, or null for what the viewer does not see. */
    record ConstantShape(@Nullable Object constant) implements Shape {
        @Override
        public @Nullable Object complete(Value value, Completion completion) {
            return constant;
        }
    }

    /** A text that is changed on its way out. */
    record TextShape(UnaryOperator<String> change) implements Shape {
        @Override
        public @Nullable Object complete(Value value, Completion completion) {
            return value.isNull() ? null : change.apply(value.asString());
        }
    }

    /** A code with the label in the viewer's language. */
    record CodeShape(CodeLists codes, String list, Keys keys, List<String> names) implements Shape {
        @Override
        public @Nullable Object complete(Value value, Completion completion) {
            if (value.isNull()) {
                return null;
            }
            String code = value.asString();
            @Nullable Object[] values = new Object[names.size()];
            for (int index = 0; index < values.length; index++) {
                values[index] = switch (names.get(index)) {
                    case "code" -> code;
                    case "label" -> codes.label(list, code, completion.viewer().speaksEnglish());
                    default -> "Code";
                };
            }
            return new CompletedObject(keys, values);
        }
    }

    /** A place on earth. */
    record PointShape(Keys keys, List<String> names) implements Shape {
        @Override
        public @Nullable Object complete(Value value, Completion completion) {
            if (value.isNull()) {
                return null;
            }
            @Nullable Object[] values = new Object[names.size()];
            for (int index = 0; index < values.length; index++) {
                values[index] = switch (names.get(index)) {
                    case "latitude" -> value.asPoint().y();
                    case "longitude" -> value.asPoint().x();
                    default -> "GeoPoint";
                };
            }
            return new CompletedObject(keys, values);
        }
    }

    /** A masked value and whether a rule opens it for the viewer: without its mask where one does. */
    record ExemptShape(Shape bare, Shape masked) implements Shape {
        @Override
        public @Nullable Object complete(Value value, Completion completion) {
            Shape shape = value.get(1).asBoolean() ? bare : masked;
            return shape.complete(value.get(0), completion);
        }
    }

    /** A masked text without its mask. */
    static Shape bare(Compilation compilation, PropertyField property) {
        Sealer sealer = compilation.model().sealer();
        return new TextShape(property.secrecy().sealed() ? sealer::open : UnaryOperator.identity());
    }

    static Shape of(Compilation compilation, PropertyField property, SelectedField field) {
        Shape single = single(compilation, property, field);
        return property.list() ? new ListShape(single, true) : single;
    }

    private static Shape single(Compilation compilation, PropertyField property, SelectedField field) {
        if (property.type().equals("Code") || property.type().equals("GeoPoint")) {
            List<SelectedField> fields = compilation.selections().of(property.type(), field.selections());
            List<String> names = fields.stream().map(SelectedField::name).toList();
            Keys keys = new Keys(
                    property.type(), fields.stream().map(SelectedField::key).toList());
            String list = property.codeList() == null ? "" : property.codeList();
            return property.type().equals("Code")
                    ? new CodeShape(compilation.model().codes(), list, keys, names)
                    : new PointShape(keys, names);
        }
        List<UnaryOperator<String>> changes = new ArrayList<>();
        if (property.secrecy().sealed()) {
            Sealer sealer = compilation.model().sealer();
            changes.add(sealer::open);
        }
        String mask = property.secrecy().mask();
        if (mask != null && !compilation.viewer().hasAnyOf(property.secrecy().unmasked())) {
            changes.add(Mask.valueOf(mask)::apply);
        }
        if (changes.isEmpty()) {
            return new ScalarShape(ScalarForm.of(property.type()));
        }
        return new TextShape(text -> {
            String result = text;
            for (UnaryOperator<String> change : changes) {
                result = change.apply(result);
            }
            return result;
        });
    }

    /** The stored property behind a field. */
    static String stored(PropertyField property) {
        return property.secrecy().sealed() ? property.name() + "Enc" : property.property();
    }
}
