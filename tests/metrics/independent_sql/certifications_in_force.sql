-- Valid on the last day of the period: valid_to is the day after the last one.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM certification
WHERE retired_by IS NULL AND valid_from < :stop AND (valid_to IS NULL OR valid_to >= :stop)
