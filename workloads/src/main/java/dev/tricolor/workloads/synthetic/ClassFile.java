package dev.tricolor.workloads.synthetic;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The bytes of a class without members that extends Object, its constant pool padded with texts. Source: The Java Virtual
 * Machine Specification, chapter 4; version 52 (Java 8).
 */
final class ClassFile {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int VERSION_JAVA_8 = 52;
    private static final int CONSTANT_UTF8 = 1;
    private static final int CONSTANT_CLASS = 7;
    private static final int PUBLIC_SUPER = 0x0021;

    private ClassFile() {}

    static byte[] named(String name, int texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION_JAVA_8);
            out.writeShort(5 + texts);
            utf8(out, name);
            classOf(out, 1);
            utf8(out, "java/lang/Object");
            classOf(out, 3);
            for (int i = 0; i < texts; i++) {
                utf8(out, name + "#" + i);
            }
            out.writeShort(PUBLIC_SUPER);
            out.writeShort(2);
            out.writeShort(4);
            out.writeLong(0); // no interfaces, fields, methods, attributes: four counts of two bytes
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void utf8(DataOutputStream out, String text) throws IOException {
        out.writeByte(CONSTANT_UTF8);
        out.writeUTF(text);
    }

    private static void classOf(DataOutputStream out, int nameIndex) throws IOException {
        out.writeByte(CONSTANT_CLASS);
        out.writeShort(nameIndex);
    }
}
