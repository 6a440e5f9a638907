package io.lianshu.access;

import io.lianshu.access.ResealGraph.Result;
import io.lianshu.platform.secret.KeyChange;
import io.lianshu.platform.secret.KeyRing;
import java.io.PrintWriter;
import java.util.List;
import java.util.Stack;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lianshu keys}: which keys there are, a new one, and the end of an old one. */
@Component
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {
            "列出密钥编号；加 --rotate 换用新密钥并重新加密全部数据",
            "list the keys by their ids; with --rotate take a new key and seal everything anew with it"
        })
class KeysCommand implements Callable<Integer> {

    private final KeyRing keys;
    private final KeyChange change;
    private final ResealGraph graph;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--rotate", description = "新增密钥并用它重新加密 / add a key, and seal everything anew with it")
    private boolean rotate;

    @Option(
            names = "--reseal",
            description = "用现用密钥重新加密旧密钥加密的数据 / seal anew with the current key what older ones have sealed")
    private boolean reseal;

    @Option(
            names = "--drop",
            paramLabel = "ID",
            parameterConsumer = Id.class,
            description = "移除已不再使用的旧密钥 / take an old key out with which nothing is sealed any more")
    private @Nullable String drop;

    /** Takes the next word whatever it looks like: an id may begin as an option does. */
    static final class Id implements IParameterConsumer {

        @Override
        public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
            if (words.isEmpty()) {
                throw new ParameterException(command.commandLine(), "--drop：缺少密钥编号 / an id is missing");
            }
            option.setValue(words.pop());
        }
    }

    KeysCommand(KeyRing keys, KeyChange change, ResealGraph graph) {
        this.keys = keys;
        this.change = change;
        this.graph = graph;
    }

    @Override
    public Integer call() {
        if ((rotate || drop != null) && !change.isPossible()) {
            return refused(
                    "密钥来自设置 lianshu.keys.value：请在其末尾加上新密钥，重启后运行 keys --reseal",
                    "the keys come from the setting lianshu.keys.value: add the new one at its end, restart, then run keys"
                            + " --reseal");
        }
        String unwanted = drop;
        if (unwanted != null && !mayGo(unwanted)) {
            return refused(
                    "--drop：" + unwanted + " 不是可移除的密钥；第一个密钥是关联哈希的根，最后一个正在使用，两者都须保留",
                    "--drop: " + unwanted
                            + " is no key that may go; the first is the root of the hashes that join, the last"
                            + " one seals, and both stay");
        }
        if (rotate) {
            change.add();
            graph.tell("added " + keys.current());
        }
        if (rotate || reseal || unwanted != null) {
            Result result = graph.reseal();
            told(result);
            graph.tell("sealed anew with %s: %d, unreadable: %d"
                    .formatted(keys.current(), result.resealed(), result.unreadable()));
            if (unwanted != null) {
                if (result.unreadable() > 0) {
                    return refused(
                            "有 " + result.unreadable() + " 个值无法解密，未移除任何密钥",
                            result.unreadable() + " values cannot be opened; no key was taken out");
                }
                change.drop(unwanted);
                graph.tell("dropped " + unwanted);
            }
        }
        list();
        return ExitCode.OK;
    }

    private boolean mayGo(String id) {
        List<String> ids = keys.ids();
        return ids.indexOf(id) > 0 && !id.equals(keys.current());
    }

    private void told(Result result) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("已重新加密 %,d 个值；无法解密 %,d 个%n", result.resealed(), result.unreadable());
        out.printf("sealed anew: %,d values; cannot be opened: %,d%n", result.resealed(), result.unreadable());
    }

    private void list() {
        PrintWriter out = spec.commandLine().getOut();
        List<String> ids = keys.ids();
        for (String id : ids) {
            String roles = (id.equals(ids.get(0)) ? "  哈希的根 root of the hashes" : "")
                    + (id.equals(keys.current()) ? "  正在使用 seals now" : "");
            out.println(id + roles);
        }
        if (rotate) {
            out.println("请另存密钥文件的新副本；旧备份仍需旧密钥");
            out.println("Keep a new copy of the key file apart; older backups still need the older keys");
        }
    }

    private int refused(String chinese, String english) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(chinese);
        err.println(english);
        return ExitCode.SOFTWARE;
    }
}
