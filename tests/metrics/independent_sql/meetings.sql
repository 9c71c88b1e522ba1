-- Participations, whatever the meeting.
SELECT NULL AS agency, SUM(participations) AS numerator, 1 AS denominator
FROM meeting
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT agency_id, SUM(participations), 1
FROM meeting
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY agency_id
