import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Holds PDF files against PDF/UA-1 with the veraPDF core, one line a file:
 * "PASS checks file", or "FAIL checks file" followed by a line for each broken clause.
 *
 * <p>veraPDF reads its profile with JAXB, which Java left out in version 11. The profile is plain
 * XML, so it is read here with Java's own parser, and no further library is needed.
 */
public class UaCheck {
  private static final PDFAFlavour FLAVOUR = PDFAFlavour.PDFUA_1;
  private static final String PROFILE = "/org/verapdf/pdfa/validation/PDFUA-1.xml";

  public static void main(String[] files) throws Exception {
    LogManager.getLogManager().reset(); // only our own lines
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile profile = profile();
    for (String file : files) {
      report(file, profile);
    }
  }

  private static void report(String file, ValidationProfile profile) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), FLAVOUR)) {
      PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false);
      ValidationResult result = validator.validate(parser);
      String verdict = result.isCompliant() ? "PASS" : "FAIL";
      System.out.println(verdict + " " + result.getTotalAssertions() + " " + file);
      Map<String, String> broken = new TreeMap<>();
      for (TestAssertion fault : result.getTestAssertions()) {
        if (fault.getStatus() == TestAssertion.Status.FAILED) {
          String clause = fault.getRuleId().getClause() + "-" + fault.getRuleId().getTestNumber();
          broken.putIfAbsent(clause, fault.getMessage() + " @ " + fault.getLocation().getContext());
        }
      }
      broken.forEach((clause, message) -> System.out.println("  " + clause + ": " + message));
    }
  }

  private static ValidationProfile profile() throws Exception {
    Document document;
    try (InputStream xml = PDFAParser.class.getResourceAsStream(PROFILE)) {
      document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
    }
    Set<Rule> rules = new HashSet<>();
    for (Element rule : all(document.getDocumentElement(), "rule")) {
      rules.add(rule(rule));
    }
    Set<Variable> variables = new HashSet<>();
    for (Element variable : all(document.getDocumentElement(), "variable")) {
      variables.add(Profiles.variableFromValues(variable.getAttribute("name"),
          variable.getAttribute("object"), text(variable, "defaultValue"), text(variable, "value")));
    }
    return Profiles.profileFromValues(FLAVOUR,
        Profiles.profileDetailsFromValues("PDF/UA-1", "", "", new Date(0)), "", rules, variables);
  }

  private static Rule rule(Element rule) {
    Element id = all(rule, "id").get(0);
    List<ErrorArgument> none = new ArrayList<>();
    String deferred = rule.getAttribute("deferred");
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"), deferred.isEmpty() ? null : Boolean.valueOf(deferred),
        rule.getAttribute("tags"), text(rule, "description"), text(rule, "test"),
        Profiles.errorFromValues(text(rule, "message"), none), new ArrayList<>());
  }

  private static String text(Element parent, String tag) {
    return all(parent, tag).get(0).getTextContent();
  }

  private static List<Element> all(Element parent, String tag) {
    NodeList nodes = parent.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
