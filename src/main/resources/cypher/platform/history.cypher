// reads: changes by commands of a node and of those merged into it, newest first, one map {at, by, command, reason, fields} a row; id bound; $first; expands from the node, by no index
MATCH (id)<-[:MERGED_INTO*0..10]-(it)
MATCH (it)<-[change:CHANGED]-(command:Command)
// Who gave a command that nobody may learn of yet would tell more than what it changed.
WHERE command.veiled IS NULL
WITH change, command
ORDER BY change.at DESC, command.id
LIMIT $first
RETURN {
    at: change.at,
    by: command.by,
    command: command.mutation,
    reason: command.reason,
    fields: [i IN range(0, size(change.fields) - 1) | {
        label: change.label,
        name: change.fields[i],
        old: change.before[i],
        new: change.after[i]
    }]
} AS value
