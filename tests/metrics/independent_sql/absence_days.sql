-- Calendar days away. Rests on the people of the last month-end.
SELECT
  NULL AS agency,
  SUM(days) AS numerator,
  1 AS denominator,
  (
    SELECT COUNT(*) FROM staff
    WHERE retired_by IS NULL
      AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
  ) AS base
FROM absence
WHERE retired_by IS NULL AND day >= :start AND day < :stop
