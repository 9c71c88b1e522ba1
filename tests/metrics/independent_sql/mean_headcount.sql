-- People of all month-ends, over month-ends.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  COUNT(DISTINCT day) AS denominator
FROM staff
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT
  staff.agency_id,
  COUNT(*),
  COUNT(DISTINCT day)
FROM staff
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY staff.agency_id
