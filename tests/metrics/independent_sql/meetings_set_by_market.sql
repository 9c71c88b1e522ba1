-- Participations in the meetings that the market sets.
SELECT NULL AS agency, SUM(participations) AS numerator, 1 AS denominator
FROM meeting
WHERE retired_by IS NULL AND day >= :start AND day < :stop
  AND meeting_kind_id IN (SELECT id FROM meeting_kind WHERE set_by_market IS TRUE)
UNION ALL
SELECT agency_id, SUM(participations), 1
FROM meeting
WHERE retired_by IS NULL AND day >= :start AND day < :stop
  AND meeting_kind_id IN (SELECT id FROM meeting_kind WHERE set_by_market IS TRUE)
GROUP BY agency_id
