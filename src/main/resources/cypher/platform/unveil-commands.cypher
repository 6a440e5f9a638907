// writes: commands about some nodes that the audit was not told of, the earliest first, and takes their veil away; $subjects (ids); index command_subject
MATCH (command:Command)
WHERE command.subject IN $subjects AND command.veiled
SET command.veiled = null
RETURN command.at AS at, command.by AS by, command.roles AS roles, command.mutation AS mutation,
    command.subject AS subject, command.reason AS reason
ORDER BY at
