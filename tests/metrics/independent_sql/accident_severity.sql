-- Days lost for a thousand hours of sixty minutes. Rests on the accidents at work with stop.
WITH lost AS (
  SELECT agency_id, SUM(days) AS days
  FROM absence
  WHERE retired_by IS NULL AND day >= :start AND day < :stop AND kind = 'work_accident'
  GROUP BY agency_id
),
stopping AS (
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
  (SELECT SUM(days) FROM lost) * 60 * 1000 AS numerator,
  (SELECT SUM(minutes) FROM worked) AS denominator,
  (SELECT SUM(accidents) FROM stopping) AS base
UNION ALL
SELECT worked.agency_id, lost.days * 60 * 1000, worked.minutes, stopping.accidents
FROM worked
  LEFT JOIN stopping ON stopping.agency_id = worked.agency_id
  LEFT JOIN lost ON lost.agency_id = worked.agency_id
