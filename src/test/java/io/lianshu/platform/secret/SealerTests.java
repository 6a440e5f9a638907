package io.lianshu.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.platform.secret.KeySettings.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTests {

    private static final byte[] OLD = key(1);
    private static final byte[] NEW = key(2);
    private final Sealer sealer = new KeyRingSealer(new KeyRing(List.of(OLD)));

    @Property(tries = 200)
    void whatWasSealedOpensAgain(@ForAll String plain) {
        String sealed = sealer.seal(plain);
        assertThat(sealer.seal(plain)).isNotEqualTo(sealed);
        assertThat(sealer.open(sealed)).isEqualTo(new String(plain.getBytes(UTF_8), UTF_8));
    }

    @Property(tries = 200)
    void noTextMakesOpeningFail(@ForAll String text) {
        assertThat(sealer.open(text)).isEqualTo(Sealer.UNREADABLE);
        String head = sealer.seal("").substring(0, "v1.12345678.".length());
        assertThat(sealer.open(head + text)).isEqualTo(Sealer.UNREADABLE);
    }

    @Test
    void aChangedCharacterMakesItUnreadable() {
        String sealed = sealer.seal("330203199001010014");
        assertThat(sealed).startsWith("v1.").doesNotContain("330203");
        for (int i = 0; i < sealed.length(); i++) {
            char other = sealed.charAt(i) == 'A' ? 'g' : 'A';
            assertThat(sealer.open(sealed.substring(0, i) + other + sealed.substring(i + 1)))
                    .isEqualTo(Sealer.UNREADABLE);
        }
    }

    @Test
    void aHashHas43CharactersAndDependsOnTheKey() {
        String hash = sealer.hash("330203199001010014");
        assertThat(hash).matches("[A-Za-z0-9_-]{43}").isEqualTo(sealer.hash("330203199001010014"));
        assertThat(hash).isNotEqualTo(sealer.hash("330203199001010015"));
        assertThat(hash).isNotEqualTo(new KeyRingSealer(new KeyRing(List.of(NEW))).hash("330203199001010014"));
    }

    @Test
    void aNewKeySealsAndTheOldOneStillOpens() {
        Sealer rotated = new KeyRingSealer(new KeyRing(List.of(OLD, NEW)));
        assertThat(rotated.open(sealer.seal("before"))).isEqualTo("before");
        assertThat(sealer.open(rotated.seal("after"))).isEqualTo(Sealer.UNREADABLE);
        assertThat(rotated.hash("joins stay")).isEqualTo(sealer.hash("joins stay"));
    }

    @Test
    void eachPurposeHasAKeyOfItsOwn() {
        KeyRing keys = new KeyRing(List.of(OLD));
        assertThat(keys.subkey("cursors")).hasSize(32).isEqualTo(keys.subkey("cursors"));
        assertThat(keys.subkey("cursors")).isNotEqualTo(keys.subkey("hash"));
    }

    /** Appendix A.1 and A.3 of RFC 5869. */
    @Test
    void keysAreDerivedAsTheStandardSays() {
        byte[] key = new byte[22];
        Arrays.fill(key, (byte) 0x0b);
        HexFormat hex = HexFormat.of();
        assertThat(Hkdf.derive(
                        key, hex.parseHex("000102030405060708090a0b0c"), hex.parseHex("f0f1f2f3f4f5f6f7f8f9"), 42))
                .isEqualTo(hex.parseHex(
                        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
        assertThat(Hkdf.derive(key, new byte[0], new byte[0], 42))
                .isEqualTo(hex.parseHex(
                        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"));
    }

    @Test
    void aKeyFileIsMadeOnceAndForItsOwnerOnly(@TempDir Path folder) throws IOException {
        KeySettings settings = new KeySettings(folder.resolve("data"), new Keys(null, null));
        KeyRing made = KeyFile.read(settings);
        Path file = folder.resolve("data/keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("data").toFile().list()).containsExactly("keys");
        assertThat(KeyFile.read(settings).subkey("hash")).isEqualTo(made.subkey("hash"));
    }

    @Test
    void aHubThatRunsMeetsAKeyThatWasAddedSince(@TempDir Path folder) {
        KeySettings settings = new KeySettings(folder, new Keys(null, null));
        KeyRing running = KeyFile.read(settings);
        Sealer hub = new KeyRingSealer(running);
        String old = hub.seal("old");
        KeyRing command = KeyFile.read(settings);
        new KeyChange(command, settings.file()).add();
        settings.file().toFile().setLastModified(settings.file().toFile().lastModified() + 1000);
        assertThat(hub.seal("sealed by the hub since")).contains("." + command.current() + ".");
        assertThat(hub.open(new KeyRingSealer(command).seal("new"))).isEqualTo("new");
        assertThat(running.current()).isEqualTo(command.current());
        assertThat(hub.open(old)).isEqualTo("old");
        new KeyChange(command, settings.file()).drop(running.ids().get(0));
        running.reload();
        assertThat(running.ids()).as("the root of the hashes does not go").hasSize(2);
    }

    @Test
    void keysOfTheSettingNeedNoFile(@TempDir Path folder) {
        String value = Base64.getEncoder().encodeToString(OLD) + ","
                + Base64.getEncoder().encodeToString(NEW);
        KeySettings settings = new KeySettings(folder, new Keys(null, value));
        assertThat(KeyFile.read(settings).current()).isEqualTo(new KeyRing(List.of(NEW)).current());
        assertThat(folder).isEmptyDirectory();
        assertThat(settings.toString()).doesNotContain(value);
    }

    @Test
    void aBadKeyIsRefusedWithoutShowingIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys");
        KeySettings settings = new KeySettings(folder, new Keys(file, null));
        Files.writeString(file, "# nothing\n");
        assertThatThrownBy(() -> KeyFile.read(settings)).hasMessageContaining("There is no key");
        Files.writeString(file, "s*cret\n");
        assertThatThrownBy(() -> KeyFile.read(settings))
                .hasMessageContaining("not base64")
                .hasNoCause();
        Files.writeString(file, "c2hvcnQ=\n");
        assertThatThrownBy(() -> KeyFile.read(settings)).hasMessageContaining("5 bytes, must have 32");
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return key;
    }
}
