import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.*;
import edu.stanford.nlp.time.*;
import edu.stanford.nlp.util.CoreMap;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import javax.json.*;

/**
 * SUTime of Stanford CoreNLP on the reports of a JSON Lines file ({id, text, published}), one JSON line a report as score.mjs takes it:
 *   java -cp 'LIB/*' bench/normalise/peers/SuTime.java OUT.in.jsonl > OUT.sutime.jsonl
 */
public class SuTime {
  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("sutime.includeRange", "false");
    AnnotationPipeline pipeline = new AnnotationPipeline();
    pipeline.addAnnotator(new TokenizerAnnotator(false, "en"));
    pipeline.addAnnotator(new WordsToSentencesAnnotator(false));
    pipeline.addAnnotator(new POSTaggerAnnotator(false));
    pipeline.addAnnotator(new TimeAnnotator("sutime", properties));
    double seconds = 0;
    int reports = 0;
    java.io.PrintStream out = new java.io.PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (line.isBlank()) continue;
      JsonObject row = Json.createReader(new java.io.StringReader(line)).readObject();
      String text = row.getString("text");
      Annotation annotation = new Annotation(text);
      String day = row.isNull("published") || !row.containsKey("published") ? null : row.getString("published");
      if (day != null) annotation.set(CoreAnnotations.DocDateAnnotation.class, day);
      long started = System.nanoTime();
      pipeline.annotate(annotation);
      seconds += (System.nanoTime() - started) / 1e9;
      reports++;
      JsonArrayBuilder times = Json.createArrayBuilder();
      for (CoreMap found : annotation.get(TimeAnnotations.TimexAnnotations.class)) {
        Timex timex = found.get(TimeAnnotations.TimexAnnotation.class);
        int start = found.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class);
        int end = found.get(CoreAnnotations.CharacterOffsetEndAnnotation.class);
        times.add(Json.createObjectBuilder()
            .add("spans", Json.createArrayBuilder().add(Json.createArrayBuilder().add(start).add(end)))
            .add("timex", Json.createObjectBuilder().add("type", timex.timexType()).add("value", timex.value() == null ? "" : timex.value())));
      }
      out.println(Json.createObjectBuilder()
          .add("report", Json.createObjectBuilder().add("id", row.getString("id")).add("text", text)).add("times", times).build());
    }
    System.err.printf("%.1f reports a second%n", reports / seconds);
  }
}
