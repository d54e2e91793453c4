package io.nocode.shared.rest;

import io.nocode.shared.problem.CommonProblem;
import io.nocode.shared.problem.Faults;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Refuses query parameters that the endpoint does not declare, and names them. */
@Provider
public class ParameterFilter implements ContainerRequestFilter {
    private final Map<Method, Optional<Set<String>>> declared = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        Optional<Set<String>> known = declared.computeIfAbsent(method, ParameterFilter::declaredBy);
        if (known.isEmpty()) {
            return;
        }
        Faults faults = new Faults();
        for (String name : request.getUriInfo().getQueryParameters().keySet()) {
            if (!known.get().contains(name)) {
                faults.add(name, "field.unknown_parameter");
            }
        }
        if (!faults.isEmpty()) {
            throw CommonProblem.UNKNOWN_PARAMETER.at(faults);
        }
    }

    private static Optional<Set<String>> declaredBy(Method method) {
        if (method.isAnnotationPresent(AnyParameter.class)) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Class<?> bean = parameter.getType(); bean != Object.class; bean = bean.getSuperclass()) {
                    for (Field field : bean.getDeclaredFields()) {
                        QueryParam fieldQuery = field.getAnnotation(QueryParam.class);
                        if (fieldQuery != null) {
                            names.add(fieldQuery.value());
                        }
                    }
                }
            }
        }
        return Optional.of(names);
    }
}
