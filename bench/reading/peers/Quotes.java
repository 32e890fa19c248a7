// Stanford CoreNLP's quotations with their speakers: java -cp 'JARS/*' Quotes.java IN OUT
// IN: a report a line, its text in base64. OUT: a line a report, "start,end,speakerStart,speakerEnd" a quotation (-1 where nobody is found).
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.pipeline.QuoteAttributionAnnotator;
import edu.stanford.nlp.util.CoreMap;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;

public class Quotes {
  public static void main(String[] args) throws Exception {
    Properties options = new Properties();
    options.setProperty("annotators", "tokenize,pos,lemma,ner,depparse,coref,quote");
    options.setProperty("threads", "1");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(options);
    List<String> out = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      Annotation text = new Annotation(new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8));
      pipeline.annotate(text);
      List<CoreLabel> words = text.get(CoreAnnotations.TokensAnnotation.class);
      StringJoiner row = new StringJoiner(";");
      for (CoreMap quote : text.get(CoreAnnotations.QuotationsAnnotation.class)) {
        Integer first = quote.get(QuoteAttributionAnnotator.MentionBeginAnnotation.class);
        Integer last = quote.get(QuoteAttributionAnnotator.MentionEndAnnotation.class);
        int from = first == null ? -1 : words.get(first).beginPosition();
        int to = last == null ? -1 : words.get(last).endPosition();
        row.add(quote.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class) + ","
            + quote.get(CoreAnnotations.CharacterOffsetEndAnnotation.class) + "," + from + "," + to);
      }
      out.add(row.toString());
    }
    Files.write(Path.of(args[1]), out);
  }
}
