package io.lianshu.platform.command;

import io.lianshu.platform.graph.OwnsItsThread;
import java.util.Set;
import org.neo4j.driver.Transaction;

/**
 * What stands behind one or more mutations. A room contributes it as a bean named by the mutations' fields; who may call
 * them, the client's key, the transaction and the record of what changed are not its concern.
 */
@OwnsItsThread
public interface ClientCommand {

    /** The mutations that it carries out. */
    Set<String> mutations();

    /**
     * Whether even the attempt may be a secret, so that the audit is not told of refusals; what was done is told unless its outcome is
     * veiled.
     */
    default boolean isVeiled(String mutation) {
        return false;
    }

    /**
     * Does what is asked inside the transaction, which is committed only when nothing is refused. It may be called again
     * after a passing failure, on a new transaction.
     *
     * @throws io.lianshu.platform.refusal.Refusal when the viewer may not do this at all
     */
    CommandOutcome carryOut(CommandCall call, Transaction transaction);
}
