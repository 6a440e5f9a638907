// writes: says of a claimed command that it was carried out; $id, $subject (id of the node it was about, or null), $veiled (true, or null); constraint command_id
MATCH (command:Command {id: $id})
SET command.done = true, command.subject = $subject, command.veiled = $veiled
