package dev.tricolor.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @AfterEach
    void forget() {
        System.clearProperty("tricolor.name");
        System.clearProperty("tricolor.label.run");
    }

    @Test
    void nothingGiven_takesTheDefaults() throws Exception {
        Arguments a = Arguments.parse(null);
        assertThat(a.url).hasToString("http://127.0.0.1:7979");
        assertThat(a.settings).isEqualTo("tricolor");
        assertThat(a.token).isNull();
        assertThat(a.control).isFalse();
        assertThat(a.sync).isFalse();
        assertThat(a.maxSize).isEqualTo(64 << 20);
        assertThat(a.minFree).isEqualTo(64 << 20);
    }

    @Test
    void everythingGiven() throws Exception {
        Arguments a = Arguments.parse("https://host:1/base,name=a\\,b,token=t,settings=profile,control=on,start=sync,"
                + "maxsize=2g,minfree=0,label.gc=g1,label.run=x=y");
        assertThat(a.url).hasToString("https://host:1/base");
        assertThat(a.name).isEqualTo("a,b");
        assertThat(a.token).isEqualTo("t");
        assertThat(a.settings).isEqualTo("profile");
        assertThat(a.control).isTrue();
        assertThat(a.sync).isTrue();
        assertThat(a.maxSize).isEqualTo(2L << 30);
        assertThat(a.minFree).isZero();
        assertThat(a.labels).isEqualTo(Map.of("gc", "g1", "run", "x=y"));
    }

    @Test
    void argumentWinsOverProperty() throws Exception {
        System.setProperty("tricolor.name", "from-property");
        System.setProperty("tricolor.label.run", "7");
        assertThat(Arguments.parse("").name).isEqualTo("from-property");
        assertThat(Arguments.parse("").labels).containsEntry("run", "7");
        assertThat(Arguments.parse("name=from-argument").name).isEqualTo("from-argument");
    }

    @Test
    void tokenFromFile_isStrippedAndNotShown(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "secret\n");
        Arguments a = Arguments.parse("token=@" + file);
        assertThat(a.token).isEqualTo("secret");
        assertThat(a.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nam=x              | 'nam' is no argument",
                "http://h,oops      | 'oops' is no argument",
                "label.=x           | 'label.' is no argument",
                "ftp://h            | is no dashboard address",
                "http://            | is no dashboard address",
                "url=localhost:7979 | is no dashboard address",
                "start=later        | start=later is neither start=sync nor start=async",
                "control=yes        | control=yes is neither",
                "gogc=50            | gogc=50 turns a knob; add control=on",
                "gccpu=0            | gccpu=0 is no number of per cent of the machine from 1 to 100",
                "exitwait=-1        | exitwait=-1 is no number of milliseconds from 0 to 60000",
                "maxsize=lots       | maxsize=lots is no size",
                "maxsize=1k         | maxsize=1k is no size",
                "minfree=-1         | minfree=-1 is no size",
                "maxsize=99999999999g | is no size",
                "token=@/no/such    | token file '/no/such' can't be read",
                "token=a b          | the token holds characters"
            })
    void badArgument_saysWhatAndWhatToDo(String text, String message) {
        assertThatThrownBy(() -> Arguments.parse(text))
                .isInstanceOf(BadArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContainingAny("\n");
    }
}
