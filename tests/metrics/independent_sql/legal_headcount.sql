-- CDI of the last of twelve month-ends, and a twelfth of the CDD that replace nobody on all of them.
SELECT
  NULL AS agency,
  SUM(
    CASE
      WHEN contract = 'permanent'
        AND day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
        THEN 12 * fte_hundredths
      WHEN contract = 'fixed_term' AND NOT replacement THEN fte_hundredths
      ELSE 0
    END
  ) AS numerator,
  1200 AS denominator,
  SUM(
    CASE
      WHEN day = (SELECT MAX(day) FROM staff WHERE retired_by IS NULL AND day >= :start AND day < :stop)
        THEN 1
      ELSE 0
    END
  ) AS base
FROM staff
WHERE retired_by IS NULL AND day >= :start AND day < :stop
HAVING COUNT(DISTINCT day) = 12
