// writes: the answer to a SupervisionNotice; $notice, $values; constraint supervision_notice_id
MATCH (n:SupervisionNotice {id: $notice})
SET n += $values
