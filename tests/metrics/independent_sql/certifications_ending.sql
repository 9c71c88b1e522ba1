-- Whose last day falls in the period.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM certification
WHERE retired_by IS NULL AND ended_on >= :start AND ended_on < :stop
