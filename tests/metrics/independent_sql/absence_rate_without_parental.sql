-- Minutes away, parental leave left out, over minutes owed. Rests on the lines of parental leave.
WITH away AS (
  SELECT kind, long_term, minutes
  FROM absence
  WHERE retired_by IS NULL AND day >= :start AND day < :stop
)
SELECT
  NULL AS agency,
  (SELECT SUM(minutes) FROM away WHERE kind <> 'parental') AS numerator,
  (
    SELECT SUM(theoretical_minutes)
    FROM hours_worked
    WHERE retired_by IS NULL AND day >= :start AND day < :stop
  ) AS denominator,
  (SELECT COUNT(*) FROM away WHERE kind = 'parental') AS base
