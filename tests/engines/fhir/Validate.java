import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.NpmPackageValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** Validates the files that are named; a line for each finding: severity, kind, file, place, message. */
public class Validate {
  public static void main(String[] files) throws Exception {
    FhirContext r5 = FhirContext.forR5();
    NpmPackageValidationSupport packages = new NpmPackageValidationSupport(r5);
    packages.loadPackageFromClasspath("classpath:hl7.terminology.r5.tgz");
    packages.loadPackageFromClasspath("classpath:hl7.fhir.uv.extensions.r5.tgz");
    ValidationSupportChain support = new ValidationSupportChain(
        new DefaultProfileValidationSupport(r5), packages,
        new CommonCodeSystemsTerminologyService(r5), new InMemoryTerminologyServerValidationSupport(r5));
    FhirValidator validator = r5.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    for (String file : files) {
      Path path = Path.of(file);
      for (SingleValidationMessage found : validator.validateWithResult(Files.readString(path)).getMessages())
        System.out.println(String.join("\t", found.getSeverity().getCode(), String.valueOf(found.getMessageId()),
            path.getFileName().toString(), found.getLocationString(), found.getMessage().replaceAll("\\s+", " ")));
      System.out.println("read\t\t" + path.getFileName() + "\t\t");
    }
  }
}
