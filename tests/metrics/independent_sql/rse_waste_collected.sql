-- The value declared on the last day of the period that has some, in thousandths of a kilogram.
SELECT NULL AS agency, v.value_thousandths AS numerator, 1000 AS denominator
FROM rse_value AS v JOIN rse_indicator AS i ON i.id = v.rse_indicator_id
WHERE v.retired_by IS NULL
  AND i.metric = 'rse_waste_collected'
  AND v.day = (SELECT MAX(day) FROM rse_value WHERE retired_by IS NULL AND day >= :start AND day < :stop)
