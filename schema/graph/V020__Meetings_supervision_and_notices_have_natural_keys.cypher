// Makes meetings, their templates and decisions, and notices unique by their numbers, and finds the templates of a kind.
CREATE CONSTRAINT meeting_template_id IF NOT EXISTS FOR (n:MeetingTemplate) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT meeting_meeting_no IF NOT EXISTS FOR (n:Meeting) REQUIRE n.meetingNo IS UNIQUE;
CREATE CONSTRAINT resolution_resolution_no IF NOT EXISTS FOR (n:Resolution) REQUIRE n.resolutionNo IS UNIQUE;
CREATE CONSTRAINT supervision_notice_notice_no IF NOT EXISTS FOR (n:SupervisionNotice) REQUIRE n.noticeNo IS UNIQUE;
CREATE INDEX meeting_template_kind IF NOT EXISTS FOR (n:MeetingTemplate) ON (n.kind, n.validFrom);
