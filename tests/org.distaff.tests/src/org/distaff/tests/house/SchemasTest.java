package org.distaff.tests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every extension point is declared with a schema, and every schema documents each attribute and has an example. */
class SchemasTest {

    private static final Path BUNDLES = Path.of("").toAbsolutePath().getParent().getParent().resolve("bundles");

    /** Plug-ins that declare extension points. */
    static List<Path> declarations() throws Exception {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> folders = Files.list(BUNDLES)) {
            for (Path folder : folders.sorted().toList()) {
                Path plugin = folder.resolve("plugin.xml");
                if (Files.exists(plugin) && parse(plugin).getElementsByTagName("extension-point").getLength() > 0) {
                    files.add(plugin);
                }
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void schemasAreComplete(Path plugin) throws Exception {
        NodeList points = parse(plugin).getElementsByTagName("extension-point");
        for (int i = 0; i < points.getLength(); i++) {
            Element point = (Element) points.item(i);
            Path schema = plugin.resolveSibling(point.getAttribute("schema"));
            assertTrue(Files.exists(schema), point.getAttribute("id") + " has no schema");
            check(parse(schema), point.getAttribute("id"), plugin.getParent().getFileName().toString());
        }
    }

    private static void check(Document schema, String id, String bundle) {
        Element meta = (Element) schema.getElementsByTagName("meta.schema").item(0);
        assertEquals(id, meta.getAttribute("id"));
        assertEquals(bundle, meta.getAttribute("plugin"));
        NodeList attributes = schema.getElementsByTagName("attribute");
        for (int i = 0; i < attributes.getLength(); i++) {
            Element attribute = (Element) attributes.item(i);
            NodeList texts = attribute.getElementsByTagName("documentation");
            assertTrue(texts.getLength() == 1 && texts.item(0).getTextContent().strip().length() > 20,
                    id + ": attribute " + attribute.getAttribute("name") + " is not documented");
        }
        for (String section : List.of("since", "examples", "apiinfo", "implementation")) {
            assertTrue(text(schema, section).length() >= 5, id + " has no text in its section " + section);
        }
        assertTrue(text(schema, "examples").contains("<extension point=\"" + bundle + "." + id + "\">"),
                id + ": the example does not use the extension point");
    }

    private static String text(Document schema, String section) {
        NodeList sections = schema.getElementsByTagName("meta.section");
        for (int i = 0; i < sections.getLength(); i++) {
            Element element = (Element) sections.item(i);
            if (element.getAttribute("type").equals(section)) {
                Element annotation = (Element) element.getParentNode().getParentNode();
                return annotation.getElementsByTagName("documentation").item(0).getTextContent().strip();
            }
        }
        return "";
    }

    private static Document parse(Path file) throws Exception {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
