package dev.tricolor.dashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages are the steps of docs/architecture.md, and its arrows go one way. */
@AnalyzeClasses(packages = "dev.tricolor.dashboard", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Bytes come in on the left and go out as pages on the right; nobody looks back. */
    @ArchTest
    static final ArchRule arrowsGoOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("gc")
            .definedBy("..dashboard.gc..")
            .layer("log")
            .definedBy("..dashboard.log..")
            .layer("command")
            .definedBy("..dashboard.command..")
            .layer("ingest")
            .definedBy("..dashboard.ingest..")
            .layer("decode")
            .definedBy("..dashboard.decode..")
            .layer("analysis")
            .definedBy("..dashboard.analysis..")
            .layer("model")
            .definedBy("..dashboard.model..")
            .layer("results")
            .definedBy("..dashboard.results..")
            .layer("evidence")
            .definedBy("..dashboard.evidence..")
            .layer("export")
            .definedBy("..dashboard.export..")
            .layer("web")
            .definedBy("..dashboard.web..")
            .optionalLayer("run")
            .definedBy("..dashboard.run..")
            .layer("control")
            .definedBy("..dashboard.control..")
            .layer("watch")
            .definedBy("..dashboard.watch..")
            .layer("cli")
            .definedBy("..dashboard.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("watch")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("control")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("control", "cli")
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("control", "cli")
            .whereLayer("evidence")
            .mayOnlyBeAccessedByLayers("export", "web", "cli")
            .whereLayer("results")
            .mayOnlyBeAccessedByLayers("evidence", "export", "web", "run", "control", "cli")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("analysis", "web", "cli")
            .whereLayer("analysis")
            .mayOnlyBeAccessedByLayers("evidence", "export", "web", "run", "cli")
            .whereLayer("decode")
            .mayOnlyBeAccessedByLayers("export", "web", "run", "watch", "cli")
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("ingest", "web", "cli")
            .whereLayer("ingest")
            .mayOnlyBeAccessedByLayers("export", "cli")
            .whereLayer("log")
            .mayOnlyBeAccessedByLayers("ingest", "decode", "export", "web", "run", "cli");

    /** The models can be run without the rest. */
    @ArchTest
    static final ArchRule modelsDependOnNothing = classes()
            .that()
            .resideInAPackage("..dashboard.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..dashboard.model..", "java.lang..", "java.util..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule domainDependsOnNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("..dashboard.gc..")
            .should()
            .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "are ours and outside gc",
                    c -> c.getPackageName().startsWith("dev.tricolor")
                            && !c.getPackageName().startsWith("dev.tricolor.dashboard.gc")));

    /** Analysis is a pure function of what was decoded, evidence of what was measured: no files, network, clock, threads. */
    @ArchTest
    static final ArchRule analysisIsPure = noClasses()
            .that()
            .resideInAnyPackage("..dashboard.analysis..", "..dashboard.evidence..", "..dashboard.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.util.concurrent..", "io.javalin..");

    @ArchTest
    static final ArchRule sharesNoClassWithTheAgent = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tricolor.agent..", "dev.tricolor.workloads..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.tricolor.dashboard.(*)..").should().beFreeOfCycles();

    /** Each panel is one file that the list names, and needs nothing of the server. */
    @ArchTest
    static final ArchRule panelsKnowNoServer = classes()
            .that()
            .resideInAnyPackage("..web.panel..", "..web.contrast..", "..web.matrix..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("io.javalin..", "dev.tricolor.dashboard.log..", "dev.tricolor.dashboard.decode..");
}
