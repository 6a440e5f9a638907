package io.lianshu.engine;

import io.lianshu.platform.refusal.Refusal;
import java.nio.file.Path;
import java.util.Locale;

/** Why the embedded engine does not start: the setting, what is wrong with it, and what to do. */
final class EngineRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private EngineRefusal(String code, Kind kind, String setting, String chinese, String english) {
        super(code, kind, setting, setting + "：" + chinese, setting + ": " + english);
    }

    static EngineRefusal folderMissing(Path home, String problem) {
        return new EngineRefusal(
                "ENGINE_MISSING",
                Kind.UNAVAILABLE,
                "lianshu.engine.home",
                "在 " + home + " 找不到内置图数据库（" + problem + "）。请把发行包里的 engine 目录放在程序旁边，或用本设置指向它；"
                        + "在源码目录中请先运行 mvn generate-resources；也可以用 lianshu.neo4j.uri 连接外部 Neo4j。",
                "the embedded engine is not at " + home + " (" + problem + "). Put the engine folder of the "
                        + "distribution beside the program or point this setting at it; in a checkout run "
                        + "'mvn generate-resources'; or use an external Neo4j with lianshu.neo4j.uri.");
    }

    static EngineRefusal dataInUse(Path data, String holder) {
        return new EngineRefusal(
                "DATA_IN_USE",
                Kind.CONFLICT,
                "lianshu.data",
                "数据目录 " + data + " 正被另一个程序使用（" + holder + "）。请先停止它，或用本设置另选一个目录。",
                "the data directory " + data + " is in use by another program (" + holder
                        + "). Stop that one first, or choose another directory with this setting.");
    }

    static EngineRefusal dataUnusable(Path data, String problem) {
        return new EngineRefusal(
                "DATA_UNUSABLE",
                Kind.UNAVAILABLE,
                "lianshu.data",
                "数据目录 " + data + " 不能读写（" + problem + "）。请让运行本程序的用户拥有它，或用本设置另选一个目录。",
                "the data directory " + data + " cannot be read and written (" + problem
                        + "). Give it to the user who runs this program, or choose another with this setting.");
    }

    static EngineRefusal diskFull(Path data, long freeBytes) {
        String free = String.format(Locale.ROOT, "%d MiB", freeBytes >> 20);
        return new EngineRefusal(
                "DISK_FULL",
                Kind.UNAVAILABLE,
                "lianshu.data",
                "数据目录 " + data + " 所在磁盘已满（剩余 " + free + "，至少需要 200 MiB）。请腾出空间，或用本设置另选一个磁盘。",
                "the disk of the data directory " + data + " is full (" + free
                        + " free, at least 200 MiB needed). Free some space, or choose another disk.");
    }

    static EngineRefusal dataNewer(Path data, String dataVersion, String engineVersion) {
        return new EngineRefusal(
                "DATA_NEWER",
                Kind.CONFLICT,
                "lianshu.data",
                "数据目录 " + data + " 由较新的图数据库 " + dataVersion + " 写成，本程序带的是 " + engineVersion
                        + "。请用较新的程序版本，或用本设置另选一个目录；数据未被改动。",
                "the data directory " + data + " was written by the newer engine " + dataVersion + "; this program has "
                        + engineVersion + ". Use the newer program, or choose another directory; nothing was changed.");
    }

    static EngineRefusal portTaken(int port) {
        return new EngineRefusal(
                "PORT_TAKEN",
                Kind.CONFLICT,
                "lianshu.engine.port",
                "本机端口 " + port + " 已被别的程序占用。请换一个端口，或设为 0 由程序自选空闲端口。",
                "port " + port
                        + " of this machine is taken by another program. Choose another, or 0 for any free one.");
    }

    static EngineRefusal badMemory(String problem) {
        return new EngineRefusal(
                "ENGINE_SETTING_INVALID",
                Kind.BAD_REQUEST,
                "lianshu.engine.heap / lianshu.engine.page-cache",
                "内置图数据库不接受这些内存设置（" + problem + "）。请写成 512m 或 2g 这样的大小，且不超过本机内存。",
                "the embedded engine does not accept these memory settings (" + problem
                        + "). Write sizes like 512m or 2g, within this machine's memory.");
    }

    static EngineRefusal failed(Path log, String problem) {
        return new EngineRefusal(
                "ENGINE_FAILED",
                Kind.UNAVAILABLE,
                "lianshu.engine",
                "内置图数据库未能启动：" + problem + "。详情见 " + log + "。",
                "the embedded engine did not start: " + problem + ". Details are in " + log + ".");
    }
}
