-- Calendar days away. Rests on the different people seen at a month-end.
SELECT
  NULL AS agency,
  SUM(days) AS numerator,
  1 AS denominator,
  (
    SELECT COUNT(DISTINCT person) FROM staff
    WHERE retired_by IS NULL AND day >= :start AND day < :stop
  ) AS base
FROM absence
WHERE retired_by IS NULL AND day >= :start AND day < :stop
