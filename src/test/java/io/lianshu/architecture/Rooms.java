package io.lianshu.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms there may be and the arrows between them. */
final class Rooms {

    /** Rooms that read through everybody's front door and that nobody imports. */
    private static final Set<String> NOBODY_IMPORTS =
            Set.of("collusion", "report", "sync", "exchange", "demo", "web", "notify");

    private static final Map<String, Set<String>> MAY_USE = mayUse();

    private Rooms() {}

    /** What is wrong with the rooms below a package, one sentence each. */
    static List<String> violations(String root, ImportOption classes) {
        List<String> violations = new ArrayList<>(
                ApplicationModules.of(root, classes).detectViolations().getMessages());
        Set<String> packages = packages(root, classes);
        packages.stream()
                .filter(name -> annotation(name, NullMarked.class) == null)
                .forEach(name -> violations.add(name + " has no package-info that is @NullMarked"));
        rooms(root, packages).forEach(room -> violations.addAll(violationsOf(root, room)));
        return violations;
    }

    /** The rooms that are there, each with the rooms it may use besides {@code platform}. */
    static Map<String, Set<String>> existing(String root, ImportOption classes) {
        Map<String, Set<String>> existing = new TreeMap<>();
        rooms(root, packages(root, classes)).forEach(room -> {
            Set<String> uses = new TreeSet<>(declared(root, room));
            uses.remove("platform");
            existing.put(room, uses);
        });
        return existing;
    }

    static boolean isRoom(String name) {
        return MAY_USE.containsKey(name);
    }

    private static List<String> violationsOf(String root, String room) {
        Set<String> may = MAY_USE.get(room);
        if (may == null) {
            return List.of(room + " is no room of the map");
        }
        if (annotation(root + "." + room, ApplicationModule.class) == null) {
            return List.of(room + " does not say with @ApplicationModule what it may use");
        }
        return declared(root, room).stream()
                .filter(used -> !may.contains(used))
                .map(used -> room + " may not use " + used)
                .toList();
    }

    private static Set<String> declared(String root, String room) {
        ApplicationModule module = annotation(root + "." + room, ApplicationModule.class);
        return module == null
                ? Set.of()
                : Arrays.stream(module.allowedDependencies())
                        .map(dependency -> dependency.split("::")[0].strip())
                        .collect(Collectors.toSet());
    }

    private static Set<String> packages(String root, ImportOption classes) {
        return new ClassFileImporter()
                .withImportOption(classes).importPackages(root).stream()
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rooms(String root, Set<String> packages) {
        return packages.stream()
                .filter(name -> name.startsWith(root + "."))
                .map(name -> name.substring(root.length() + 1).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <A extends Annotation> @Nullable A annotation(String name, Class<A> annotation) {
        try {
            return Class.forName(name + ".package-info").getAnnotation(annotation);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static Map<String, Set<String>> mayUse() {
        Map<String, Set<String>> map = new TreeMap<>();
        map.put("platform", Set.of());
        map.put("engine", with(""));
        map.put("organisation", with(""));
        map.put("policy", with("organisation"));
        map.put("workforce", with("organisation policy"));
        map.put("attachment", with("organisation"));
        map.put("counter", with("organisation workforce policy"));
        map.put("company", with("organisation"));
        map.put("project", with("organisation company"));
        map.put("approval", with("project organisation policy"));
        map.put("agency", with("approval project organisation policy attachment"));
        map.put("trading", with("project approval company organisation policy"));
        map.put("collusion", with("trading company exchange explore"));
        map.put("sync", with("agency approval project workforce"));
        map.put("access", with("organisation company trading"));
        map.put("privacy", with("organisation agency access"));
        map.put("notify", with("policy"));
        map.put("explore", with(""));
        map.put("web", with(""));
        Set<String> frontDoors = Stream.concat(map.keySet().stream(), Stream.of("platform"))
                .filter(room -> !NOBODY_IMPORTS.contains(room))
                .collect(Collectors.toCollection(TreeSet::new));
        map.put("report", frontDoors);
        map.put("exchange", frontDoors);
        // The sample district comes in as everybody's data does.
        Set<String> demo = new TreeSet<>(frontDoors);
        demo.add("exchange");
        map.put("demo", demo);
        return map;
    }

    private static Set<String> with(String rooms) {
        return Stream.concat(Stream.of("platform"), Arrays.stream(rooms.split(" ")))
                .filter(room -> !room.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
