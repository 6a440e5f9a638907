package io.lianshu.engine;

import io.lianshu.platform.refusal.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a backup is not taken or not restored, and what to do. */
final class BackupRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private BackupRefusal(String code, Kind kind, @Nullable String field, String chinese, String english) {
        super(code, kind, field, chinese, english);
    }

    static BackupRefusal externalGraph() {
        return new BackupRefusal(
                "BACKUP_EXTERNAL_GRAPH",
                Kind.CONFLICT,
                "lianshu.neo4j.uri",
                "lianshu.neo4j.uri：本命令只备份和恢复内置图数据库；外部 Neo4j 请用它自己的工具（neo4j-admin database dump / load）。密钥文件与数据目录中的 attachments 请另行备份。",
                "lianshu.neo4j.uri: this command is for the embedded engine only. Use the external Neo4j's own tools "
                        + "(neo4j-admin database dump / load), and keep copies of the key file and of attachments in the data directory.");
    }

    static BackupRefusal fileThere(Path file) {
        return new BackupRefusal(
                "BACKUP_FILE_EXISTS",
                Kind.CONFLICT,
                "FILE",
                "FILE：" + file + " 已存在，不会覆盖。请换一个文件名，或先移走它。",
                "FILE: " + file + " is there already and is not replaced. Name another file, or move that one away.");
    }

    static BackupRefusal notWritten(Path file, String problem) {
        return new BackupRefusal(
                "BACKUP_NOT_WRITTEN",
                Kind.UNAVAILABLE,
                "FILE",
                "FILE：" + file + " 未能写成（" + problem + "）。请检查目录、权限和磁盘空间后重试；没有留下不完整的备份。",
                "FILE: " + file + " could not be written (" + problem
                        + "). Look at the folder, its permissions and the free space, and try again; no half backup is left.");
    }

    static BackupRefusal nothingThere(Path data) {
        return new BackupRefusal(
                "BACKUP_NOTHING_THERE",
                Kind.NOT_FOUND,
                "lianshu.data",
                "lianshu.data：" + data + " 中原来没有图，没有可备份的数据。请用本设置指向要备份的数据目录。",
                "lianshu.data: there was no graph in " + data
                        + ", so there is nothing to back up. Point this setting at the data directory that is meant.");
    }

    static BackupRefusal anotherBackup() {
        return new BackupRefusal(
                "BACKUP_RUNNING",
                Kind.CONFLICT,
                null,
                "另一个备份正在进行。请等它结束后重试。",
                "another backup is running. Wait for its end and try again.");
    }

    static BackupRefusal copyFailed(String problem) {
        return new BackupRefusal(
                "BACKUP_COPY_FAILED",
                Kind.UNAVAILABLE,
                null,
                "图未能复制（" + problem + "）。服务不受影响；请检查数据目录所在磁盘后重试。",
                "the graph could not be copied (" + problem
                        + "). The hub is not affected; look at the disk of the data directory and try again.");
    }

    static BackupRefusal keysNotFound(Path file) {
        return new BackupRefusal(
                "BACKUP_KEYS_NOT_FOUND",
                Kind.CONFLICT,
                "lianshu.keys.file",
                "lianshu.keys.file：找不到密钥文件 " + file + "。请用启动服务时的同一设置（lianshu.keys.file 或 lianshu.keys.value）。",
                "lianshu.keys.file: there is no key file " + file
                        + ". Give the settings that the hub is started with (lianshu.keys.file or lianshu.keys.value).");
    }

    static BackupRefusal keysChanged() {
        return new BackupRefusal(
                "BACKUP_KEYS_CHANGED",
                Kind.CONFLICT,
                null,
                "备份期间密钥有变动（keys --rotate 或 --drop），备份与密钥可能不符，未写成。请在其结束后重试。",
                "the keys were changed during the backup (keys --rotate or --drop), so it might not fit them, and none was written."
                        + " Try again when that is over.");
    }

    static BackupRefusal keysNotInAFile() {
        return new BackupRefusal(
                "BACKUP_KEYS_NOT_IN_A_FILE",
                Kind.CONFLICT,
                "lianshu.keys.value",
                "lianshu.keys.value：密钥由设置给出，没有密钥文件可放入备份。请去掉 --with-keys，并另行保存该设置。",
                "lianshu.keys.value: the keys are given as a setting, so there is no key file to put in. Leave --with-keys "
                        + "out, and keep that setting apart.");
    }

    static BackupRefusal noFile(Path file) {
        return new BackupRefusal(
                "RESTORE_NO_FILE",
                Kind.NOT_FOUND,
                "FILE",
                "FILE：没有文件 " + file + "。请给出 lianshu backup 写成的文件。",
                "FILE: there is no file " + file + ". Name one that lianshu backup has written.");
    }

    static BackupRefusal damaged(Path file, String problem) {
        return new BackupRefusal(
                "RESTORE_DAMAGED",
                Kind.BAD_REQUEST,
                "FILE",
                "FILE：" + file + " 不是完好的备份（" + problem + "）。数据未被改动；请换一份备份。",
                "FILE: " + file + " is no sound backup (" + problem + "). Nothing was changed; take another backup.");
    }

    static BackupRefusal otherFormat(Path file, int format) {
        return new BackupRefusal(
                "RESTORE_OTHER_FORMAT",
                Kind.CONFLICT,
                "FILE",
                "FILE：" + file + " 的格式为 " + format + "，本程序识别的是 " + BackupManifest.FORMAT + "。数据未被改动；请用写成它的程序版本。",
                "FILE: " + file + " has format " + format + ", this program knows " + BackupManifest.FORMAT
                        + ". Nothing was changed; use the version of the program that wrote it.");
    }

    static BackupRefusal newer(Path file, String version, String ours) {
        return new BackupRefusal(
                "RESTORE_NEWER_ENGINE",
                Kind.CONFLICT,
                "FILE",
                "FILE：" + file + " 由较新的图数据库 " + version + " 写成，本程序带的是 " + ours + "。数据未被改动；请用较新的程序版本。",
                "FILE: " + file + " was written by the newer engine " + version + "; this program has " + ours
                        + ". Nothing was changed; use the newer program.");
    }

    static BackupRefusal dataThere(Path data) {
        return new BackupRefusal(
                "RESTORE_DATA_THERE",
                Kind.CONFLICT,
                "lianshu.data",
                "lianshu.data：" + data + " 中已有图，数据未被改动。请用 --lianshu.data=目录 指定新目录，或加 --replace（原图移到一旁保留）。",
                "lianshu.data: there is a graph in " + data + ", and nothing was changed. Name a new directory by "
                        + "--lianshu.data=DIR, or add --replace, which keeps the former graph aside.");
    }

    static BackupRefusal noSpace(Path data, long needed, long free) {
        return new BackupRefusal(
                "RESTORE_NO_SPACE",
                Kind.UNAVAILABLE,
                "lianshu.data",
                "lianshu.data：恢复到 " + data + " 需要 " + (needed >> 20) + " MiB，磁盘剩余 " + (free >> 20) + " MiB。请腾出空间。",
                "lianshu.data: restoring into " + data + " needs " + (needed >> 20) + " MiB, and " + (free >> 20)
                        + " MiB are free. Free some space.");
    }

    static BackupRefusal keysMissing(Path keyFile, List<String> ids) {
        String named = String.join(", ", ids);
        return new BackupRefusal(
                "RESTORE_KEYS_MISSING",
                Kind.CONFLICT,
                "lianshu.keys.file",
                "lianshu.keys.file：备份中的值用密钥 " + named + " 加密，" + keyFile + " 处没有它们。请把当时的密钥文件放到那里；"
                        + "若备份含密钥（--with-keys），先移走那里的密钥文件即可一并恢复；加 --without-keys 则放弃这些值。数据未被改动。",
                "lianshu.keys.file: values in the backup are sealed with the keys " + named + ", which are not at "
                        + keyFile
                        + ". Put the key file of that time there; if the backup was taken with --with-keys, move the key file that "
                        + "is there away and its own is restored; --without-keys gives those values up. Nothing was changed.");
    }
}
