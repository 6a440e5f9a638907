// writes: claims a client's key for a command, or tells what it was claimed for; $id, $values; constraint command_id
MERGE (command:Command {id: $id})
ON CREATE SET command += $values
WITH command, command.done IS NULL AS fresh
RETURN fresh, command.fingerprint AS fingerprint, command.subject AS subject
