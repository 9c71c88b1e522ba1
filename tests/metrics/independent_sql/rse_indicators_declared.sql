-- Values declared on the last day of the period that has some; nothing is known of a period without any.
-- They are the whole association's.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM rse_value
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM rse_value WHERE retired_by IS NULL AND day >= :start AND day < :stop)
HAVING COUNT(*) > 0
