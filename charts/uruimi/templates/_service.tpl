{{- /*
One of the four services: account, Deployment, Service and disruption budget.
(dict "root" . "name" "cleanup" "key" "cleanup" "port" 7083 "env" "<lines>")
*/ -}}
{{- define "uruimi.service" -}}
{{- $root := .root -}}{{- $name := .name -}}{{- $values := index $root.Values .key -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "uruimi.metadata" (list $root $name) | nindent 2 }}
automountServiceAccountToken: false
---
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "uruimi.metadata" (list $root $name) | nindent 2 }}
spec:
  replicas: {{ $values.replicas | int }}
  revisionHistoryLimit: 3
  strategy:
    type: RollingUpdate
    rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
  selector:
    matchLabels:
      {{- include "uruimi.selector" (list $root $name) | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "uruimi.podLabels" (list $root $name) | nindent 8 }}
      {{- with $root.Values.stores.valuesFiles }}
      annotations:
        uruimi.dev/values-files: {{ toJson . | sha256sum }}
      {{- end }}
    spec:
      serviceAccountName: {{ $name }}
      automountServiceAccountToken: true
      enableServiceLinks: false
      # A pause for endpoints to notice, then two phases of the service's own shutdown.
      terminationGracePeriodSeconds: 45
      securityContext:
        {{- include "uruimi.podSecurity" $root.Values.podSecurity.user | nindent 8 }}
      {{- include "uruimi.placement" $root | nindent 6 }}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: {{ $root.Values.topologySpread.whenUnsatisfiable }}
          matchLabelKeys: [pod-template-hash]
          labelSelector:
            matchLabels:
              {{- include "uruimi.selector" (list $root $name) | nindent 14 }}
      containers:
        - name: {{ $name }}
          image: {{ include "uruimi.image" (list $root "services") }}
          imagePullPolicy: {{ $root.Values.images.services.pullPolicy }}
          args: [/uruimi/{{ $name }}/{{ $name }}.jar]
          workingDir: /uruimi
          ports:
            - {name: http, containerPort: {{ .port }}}
          env:
            - {name: HOME, value: /tmp}
            - {name: SERVER_ADDRESS, value: 0.0.0.0}
            - {name: SERVER_PORT, value: "{{ .port }}"}
            - {name: URUIMI_NAMESPACE, value: {{ $root.Release.Namespace }}}
            - {name: URUIMI_WEB_ALLOWED_HOSTS, value: {{ include "uruimi.hosts" (list $root $name) | quote }}}
            - {name: KAFKA_BOOTSTRAP_SERVERS, value: {{ include "uruimi.brokers" $root | quote }}}
            - {name: PEERS_TOKEN_FILE, value: /run/uruimi/secrets/peers-token}
            {{- with .env }}
            {{- . | trim | nindent 12 }}
            {{- end }}
            {{- range $variable, $_ := $root.Values.stores.valuesFiles }}
            - {name: {{ $variable }}, value: /run/uruimi/values/{{ $variable }}.yaml}
            {{- end }}
            {{- with $values.extraEnv }}
            {{- toYaml . | nindent 12 }}
            {{- end }}
          resources:
            {{- toYaml $values.resources | nindent 12 }}
          securityContext:
            {{- include "uruimi.containerSecurity" $root | nindent 12 }}
          terminationMessagePolicy: FallbackToLogsOnError
          lifecycle:
            preStop: {sleep: {seconds: 5}}
          # The services answer to their own names only.
          startupProbe:
            httpGet: {path: /actuator/health/liveness, port: http, httpHeaders: [{name: Host, value: localhost}]}
            periodSeconds: 2
            timeoutSeconds: 5
            failureThreshold: 150
          readinessProbe:
            httpGet: {path: /actuator/health/readiness, port: http, httpHeaders: [{name: Host, value: localhost}]}
            periodSeconds: 5
            timeoutSeconds: 5
          livenessProbe:
            httpGet: {path: /actuator/health/liveness, port: http, httpHeaders: [{name: Host, value: localhost}]}
            periodSeconds: 15
            timeoutSeconds: 10
            failureThreshold: 4
          volumeMounts:
            - {name: tmp, mountPath: /tmp}
            - {name: secrets, mountPath: /run/uruimi/secrets, readOnly: true}
            {{- if $root.Values.stores.valuesFiles }}
            - {name: values, mountPath: /run/uruimi/values, readOnly: true}
            {{- end }}
      volumes:
        # Helm's native library is unpacked here.
        - name: tmp
          emptyDir: {sizeLimit: 512Mi}
        - name: secrets
          projected:
            # Octal 0440, as every version of YAML reads it.
            defaultMode: 288
            sources:
              {{- if .ownSecrets }}
              {{- .ownSecrets | trim | nindent 14 }}
              {{- else }}
              - secret: {name: {{ include "uruimi.secret" $root }}, items: [{key: peers-token, path: peers-token}]}
              {{- end }}
        {{- if $root.Values.stores.valuesFiles }}
        - name: values
          configMap: {name: engine-values}
        {{- end }}
---
apiVersion: v1
kind: Service
metadata:
  {{- include "uruimi.metadata" (list $root $name) | nindent 2 }}
  {{- if eq $name "store-api" }}
  {{- with $root.Values.service.annotations }}
  annotations: {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  type: {{ $root.Values.service.type }}
  selector:
    {{- include "uruimi.selector" (list $root $name) | nindent 4 }}
  ports:
    - name: http
      port: {{ $root.Values.service.port | int }}
      targetPort: http
      {{- if and $root.Values.service.nodePort (ne $root.Values.service.type "ClusterIP") }}
      nodePort: {{ $root.Values.service.nodePort | int }}
      {{- end }}
  {{- else }}
spec:
  type: ClusterIP
  selector:
    {{- include "uruimi.selector" (list $root $name) | nindent 4 }}
  ports:
    - {name: http, port: {{ .port }}, targetPort: http}
  {{- end }}
{{- if gt (int $values.replicas) 1 }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "uruimi.metadata" (list $root $name) | nindent 2 }}
spec:
  maxUnavailable: {{ $root.Values.podDisruptionBudget.maxUnavailable }}
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "uruimi.selector" (list $root $name) | nindent 6 }}
{{- end }}
{{- end }}

{{- /* What all but cleanup know of stores. */ -}}
{{- define "uruimi.storesEnv" -}}
- {name: ENGINES_DIRECTORY, value: /uruimi/engines}
- {name: INGRESS_ADDRESS, value: {{ .Values.stores.ingressAddress | quote }}}
- {name: INGRESS_CLASS, value: {{ .Values.stores.ingressClass | quote }}}
- {name: INGRESS_PORT, value: {{ .Values.stores.port | default "" | toString | quote }}}
{{- end }}

{{- /* A role or cluster role and its binding: (dict "root" . "name" "cleanup" "cluster" true "rules" "<lines>") */ -}}
{{- define "uruimi.grant" -}}
{{- $kind := ternary "ClusterRole" "Role" .cluster -}}
{{- $role := ternary (include "uruimi.clusterName" (list .root .name)) .name .cluster -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: {{ $kind }}
metadata:
  {{- include "uruimi.metadata" (list .root .name $role) | nindent 2 }}
rules:
  {{- .rules | trim | nindent 2 }}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: {{ $kind }}Binding
metadata:
  {{- include "uruimi.metadata" (list .root .name $role) | nindent 2 }}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: {{ $kind }}, name: {{ $role }}}
subjects:
  - {kind: ServiceAccount, name: {{ .name }}, namespace: {{ .root.Release.Namespace }}}
{{- end }}

{{- /* Workers make sure that their namespace and the definition are there; both are. */ -}}
{{- define "uruimi.footing" -}}
- apiGroups: [""]
  resources: [namespaces]
  resourceNames: [{{ .Release.Namespace }}]
  verbs: [get]
- apiGroups: [apiextensions.k8s.io]
  resources: [customresourcedefinitions]
  resourceNames: [storerecords.uruimi.dev]
  verbs: [get, list, watch]
{{- end }}

{{- /* The lease of a leader: (list . "cleanup") */ -}}
{{- define "uruimi.lease" -}}
- apiGroups: [coordination.k8s.io]
  resources: [leases]
  verbs: [create]
- apiGroups: [coordination.k8s.io]
  resources: [leases]
  resourceNames: [{{ . }}]
  verbs: [get, update]
{{- end }}
