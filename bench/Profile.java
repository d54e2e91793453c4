import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Tells from a recording of the JDK's flight recorder for whom the threads that answer requests worked, and for whom
 * they allocated: a sample belongs to the first frame, from the top of its stack, that is not the JDK's own.
 */
final class Profile {
    private static final Map<String, String> OWNERS = new LinkedHashMap<>();

    static {
        OWNERS.put("io.nocode.", "the product");
        OWNERS.put("org.glassfish.jersey.", "Jersey (REST)");
        OWNERS.put("org.glassfish.hk2.", "HK2 (Jersey's injection)");
        OWNERS.put("org.jvnet.hk2.", "HK2 (Jersey's injection)");
        OWNERS.put("org.glassfish.grizzly.", "Grizzly (HTTP)");
        OWNERS.put("org.jboss.weld.", "Weld (CDI)");
        OWNERS.put("org.jboss.resteasy.", "RESTEasy (REST)");
        OWNERS.put("org.postgresql.", "PostgreSQL's driver");
        OWNERS.put("com.fasterxml.", "Jackson");
        OWNERS.put("com.github.benmanes.", "Caffeine");
        OWNERS.put("io.micrometer.", "Micrometer");
        OWNERS.put("com.sun.gjc.", "the server's connection pool");
        OWNERS.put("com.sun.enterprise.resource.", "the server's connection pool");
        OWNERS.put("com.sun.enterprise.connectors.", "the server's connection pool");
        OWNERS.put("com.sun.enterprise.transaction.", "the server's transactions");
        OWNERS.put("org.apache.catalina.", "Catalina (servlets)");
        OWNERS.put("com.ibm.", "Open Liberty");
        OWNERS.put("io.openliberty.", "Open Liberty");
        OWNERS.put("org.apache.", "the server, other");
        OWNERS.put("com.sun.", "the server, other");
        OWNERS.put("fish.payara.", "the server, other");
        OWNERS.put("org.glassfish.", "the server, other");
    }

    private final Map<String, Double> owners = new TreeMap<>();
    private final Map<String, Double> ours = new TreeMap<>();
    private final Map<String, Double> tops = new TreeMap<>();
    private double sum;

    private Profile() {}

    public static void main(String[] arguments) throws Exception {
        Profile processor = new Profile();
        Profile memory = new Profile();
        try (RecordingFile recording = new RecordingFile(Path.of(arguments[0]))) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                switch (event.getEventType().getName()) {
                    case "jdk.ExecutionSample" -> processor.add(event, 1);
                    case "jdk.ObjectAllocationSample" -> memory.add(event, event.getLong("weight"));
                    default -> {}
                }
            }
        }
        processor.print("Processor");
        memory.print("Allocation");
    }

    private void add(RecordedEvent event, double weight) {
        if (event.getStackTrace() == null) {
            return;
        }
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        if (frames.stream().noneMatch(frame -> name(frame).startsWith("io.nocode.shared.rest.FrontDoor"))
                && frames.stream().noneMatch(frame -> name(frame).startsWith("org.glassfish.grizzly."))) {
            return;
        }
        sum += weight;
        owners.merge(owner(frames), weight, Double::sum);
        tops.merge(name(frames.get(0)), weight, Double::sum);
        frames.stream()
                .map(Profile::name)
                .filter(name -> name.startsWith("io.nocode."))
                .distinct()
                .forEach(name -> ours.merge(name, weight, Double::sum));
    }

    private static String owner(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String name = name(frame);
            for (Map.Entry<String, String> owner : OWNERS.entrySet()) {
                if (name.startsWith(owner.getKey())) {
                    return owner.getValue();
                }
            }
        }
        return "the JDK alone";
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private void print(String what) {
        System.out.printf("%n%s, for whom%n", what);
        print(owners, 20);
        System.out.printf("%n%s, within our own methods and all that they call%n", what);
        print(ours, 30);
        System.out.printf("%n%s, at the top of the stack%n", what);
        print(tops, 25);
    }

    private void print(Map<String, Double> shares, int most) {
        shares.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Double> entry) -> -entry.getValue()))
                .limit(most)
                .forEach(entry -> System.out.printf("%6.1f %%  %s%n", 100 * entry.getValue() / sum, entry.getKey()));
    }
}
