-- Accidents for 200 000 hours of sixty minutes. Rests on the accidents at work with stop.
WITH stopping AS (
  SELECT agency_id, COUNT(*) AS accidents
  FROM accident
  WHERE retired_by IS NULL AND day >= :start AND day < :stop AND kind = 'work' AND with_stop
  GROUP BY agency_id
),
worked AS (
  SELECT agency_id, SUM(worked_minutes) AS minutes
  FROM hours_worked
  WHERE retired_by IS NULL AND day >= :start AND day < :stop
  GROUP BY agency_id
)
SELECT
  NULL AS agency,
  (SELECT SUM(accidents) FROM stopping) * 60 * 200000 AS numerator,
  (SELECT SUM(minutes) FROM worked) AS denominator,
  (SELECT SUM(accidents) FROM stopping) AS base
UNION ALL
SELECT worked.agency_id, stopping.accidents * 60 * 200000, worked.minutes, stopping.accidents
FROM worked
  LEFT JOIN stopping ON stopping.agency_id = worked.agency_id
