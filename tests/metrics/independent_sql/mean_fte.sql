-- Hundredths of all month-ends, over a hundred times the month-ends. Rests on the people of the last one.
SELECT
  NULL AS agency,
  SUM(fte_hundredths) AS numerator,
  100 * COUNT(DISTINCT day) AS denominator,
  SUM(
    CASE
      WHEN day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
        THEN 1
      ELSE 0
    END
  ) AS base
FROM staff
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT
  staff.agency_id,
  SUM(fte_hundredths),
  100 * COUNT(DISTINCT day),
  SUM(
    CASE
      WHEN day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
        THEN 1
      ELSE 0
    END
  )
FROM staff
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY staff.agency_id
