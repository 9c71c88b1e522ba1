-- Men of the groups of pay of the last reference period, when there is one.
SELECT NULL AS agency, SUM(men) AS numerator, 1 AS denominator
FROM pay_group
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM pay_group WHERE retired_by IS NULL AND day >= :start AND day < :stop)
HAVING COUNT(*) > 0
